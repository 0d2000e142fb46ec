"""The command line of LanguageTool's server and its properties, as they were measured to serve best.

Only the JVM's first compiler (C2 never pays for itself in a short run) and the serial collector: 5.1
CPU-s to the first result and 0.32 GB, against 11.6 and 0.5 with stock flags.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from os import pathsep
from pathlib import Path

from lint.languagetool.java import Java

FLAGS = (
    "-XX:TieredStopAtLevel=1",
    "-XX:+UseSerialGC",
    "-Xmx768m",
    "-Xshare:auto",
    "-Dsun.net.httpserver.nodelay=true",
    "-Djava.awt.headless=true",
)

UNBOUNDED_XML = (
    "-Djdk.xml.totalEntitySizeLimit=0",
    "-Djdk.xml.maxGeneralEntitySizeLimit=0",
    "-Djdk.xml.entityExpansionLimit=0",
)
"""Java 24 lowered what an XML file may hold; LanguageTool's English grammar holds more."""

PROPERTIES: Mapping[str, str] = {
    "pipelineCaching": "true",
    "maxPipelinePoolSize": "10",
    "pipelineExpireTimeInSeconds": "3600",
    "cacheSize": "20000",
    "cacheTTLSeconds": "3600",
    "maxSpellingSuggestions": "5",
}

MAIN = "org.languagetool.server.HTTPServer"


def server_command(java: Java, jars: Sequence[Path]) -> tuple[str, ...]:
    """The command up to the class path and main class; the supervisor adds port and properties."""
    extra = UNBOUNDED_XML if java.major >= 24 else ()
    return (java.path, *FLAGS, *extra, "-cp", pathsep.join(map(str, jars)), MAIN)


def fingerprint(command: Sequence[str]) -> str:
    """Tells servers apart: those started with another Java, other jars or other flags."""
    said = "\0".join((*command, *(f"{key}={value}" for key, value in PROPERTIES.items())))
    return hashlib.sha256(said.encode("utf-8", "surrogateescape")).hexdigest()[:16]
