"""Running LanguageTool: bring its jars, keep a server, talk to it. Knows no rule and no document."""
