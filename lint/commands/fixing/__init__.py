"""The parts of `copydesk fix`: drafts in and out, rounds of safe fixes, the session."""
