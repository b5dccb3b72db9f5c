"""What can go wrong with reports and stores; every class makes the sentence that a person reads.

ReportIndexError
├── UnreadableReport      a file cannot become a report
├── StoreError            the stores cannot be used
│   ├── StoreLocked       another process is writing
│   ├── StoreTooNew       made by a newer version of the program
│   └── VectorsOutdated   the vectors are lost or another model's; all else can be read
├── ModelUnavailable      the embedding model cannot be loaded
├── FetchError            an address cannot be read
└── SettingError          a setting has a value that cannot be used
"""


class ReportIndexError(Exception):
    """The root of the family: caught at the edges, shown as one sentence."""


class UnreadableReport(ReportIndexError):
    """A file that cannot become a report, with the reason and what to do."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class StoreError(ReportIndexError):
    """The stores cannot be opened, read or written."""


class StoreLocked(StoreError):
    """Another process is writing to the stores."""

    def __init__(self, folder: str) -> None:
        super().__init__(
            f"{folder} is being written by another nianbao process; wait for it to end, then try "
            "again. (数据正由另一个 nianbao 进程写入，请等它结束后再试。)"
        )


class StoreTooNew(StoreError):
    """The store was made by a newer version of this program."""

    def __init__(self, path: str, found: int, known: int) -> None:
        super().__init__(
            f"{path} was made by a newer nianbao (store version {found}, this program knows "
            f"{known}); update the program. (数据由更新版本的 nianbao 建立，请升级程序。)"
        )


class VectorsOutdated(StoreError):
    """There are no vectors of the model in use: nothing is found by meaning before a rebuild."""


class ModelUnavailable(ReportIndexError):
    """The embedding model cannot be loaded here."""


class FetchError(ReportIndexError):
    """An address cannot be read, with the reason."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(f"{url}: {reason}")
        self.url = url
        self.reason = reason


class SettingError(ReportIndexError):
    """A setting has a value that cannot be used."""

    def __init__(self, variable: str, value: str, expected: str) -> None:
        super().__init__(f"{variable} is {value!r}; expected {expected}.")
