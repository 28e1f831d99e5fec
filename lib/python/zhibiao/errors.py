"""What can go wrong. That nothing is found is no error."""


class Error(Exception):
    """A document or a grammar cannot be read."""


class DocumentError(Error):
    """Bytes that are no text in a known encoding, or a file that is damaged, encrypted, a scan, past a limit, or an archive.
    Its text is the message of the command's error line."""

    def __init__(self, doc: str, message: str) -> None:
        super().__init__(doc, message)
        self.doc = doc
        self.message = message

    def __str__(self) -> str:
        return self.message


class GrammarError(Error):
    """A folder that is no grammar; `problems` names all of them as ``file:line: rule: what``."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.problems = message.splitlines()
