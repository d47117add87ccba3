"""What documents say of the office that issues them: report.toml."""

from ttpv.reference.record import Record


class Signature(Record, frozen=True):
    """The block at the foot, right: authority ("KT. GIÁM ĐỐC"; may be empty), title, name."""

    authority: str = ""
    title: str = ""
    name: str = ""


class Letterhead(Record, frozen=True):
    """The fixed words of a document (Decree 30/2020/NĐ-CP, appendix I).

    Of one that is empty nothing is printed. All have defaults, since kept reference data of
    earlier programs lack the file.
    """

    superior: str = ""
    issuer: str = ""
    place: str = ""
    report_symbol: str = ""
    letter_symbol: str = ""
    addressee: str = ""
    recipients: tuple[str, ...] = ()
    letter_recipients: tuple[str, ...] = ()
    filed: str = ""
    signature: Signature = Signature()
