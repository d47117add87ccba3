"""Word templates: which is in use, and changing it for the centre's own or back."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from ttpv.core.issues import Issue, Place, make_issue
from ttpv.publishing import Outcome, Publisher
from ttpv.reference import Reference, Template
from ttpv.register_edits import publish_register
from ttpv.reporting.orders import ReportFailed, ReportKind
from ttpv.reports.docx import check_template
from ttpv.reports.docx.shipped import LETTER, REPORT
from ttpv.store import Store
from ttpv.template_register import TEMPLATES
from ttpv.views.letter import LetterView
from ttpv.views.report import ReportView
from ttpv.views.reports import KIND_NAMES

MOST_MB = 2
"""A template is kept with every state's reference data; a coat of arms fits well within."""

SHIPPED: Mapping[ReportKind, Path] = {"bao-cao": REPORT, "don-doc": LETTER}
"""The kinds that are made of a template, and the one that ships."""

_VIEWS: Mapping[str, type] = {"bao-cao": ReportView, "don-doc": LetterView}


def find_template(reference: Reference, kind: str) -> Template | None:
    """The centre's own; None where the shipped one is in use."""
    return next((found for found in reference.templates if found.kind == kind), None)


def read_template(reference: Reference, kind: ReportKind) -> bytes:
    """The one in use, to be changed in Word."""
    own = find_template(reference, kind)
    return own.document if own else SHIPPED[kind].read_bytes()


def open_template(reference: Reference, kind: ReportKind) -> bytes | None:
    """The centre's own to be filled, None for the shipped one. Raises ReportFailed where this
    program no longer knows what stands in it."""
    own = find_template(reference, kind)
    if own is None:
        return None
    issues = check_document(own)
    if issues:
        raise ReportFailed(
            f"Mẫu riêng “{own.file}” không dùng được với phiên bản này. {issues[0].message} Hãy "
            "thay mẫu, hoặc dùng lại mẫu gốc, ở mục Mẫu văn bản của trang Báo cáo."
        )
    return own.document


def check_document(template: Template) -> tuple[Issue, ...]:
    """What keeps it from being filled. Of another kind's template that is said once, not of each
    of its placeholders. Raises KeyError on a kind that has no template."""
    if len(template.document) > MOST_MB << 20:
        return (make_issue("template_large", Place(file=template.file), most=str(MOST_MB)),)
    issues = check_template(template.document, _VIEWS[template.kind], template.file)
    if len(issues) < 2:
        return issues
    for kind, view in _VIEWS.items():
        if kind != template.kind and not check_template(template.document, view, template.file):
            words = {"kind": KIND_NAMES[kind].lower(), "wanted": KIND_NAMES[template.kind].lower()}
            return (make_issue("template_of_other_kind", Place(file=template.file), **words),)
    return issues


def check_templates(templates: Iterable[Template], reference: Reference) -> tuple[Issue, ...]:
    """What keeps those from being filled that are not in use already."""
    new = (template for template in templates if template not in reference.templates)
    return tuple(issue for template in new for issue in check_document(template))


CHECKED_TEMPLATES = replace(TEMPLATES, check=check_templates)
"""The register by which templates are changed: what no report could be made of is refused."""


def set_template(
    kind: ReportKind,
    own: Template | None,
    store: Store,
    reference: Reference,
    publisher: Publisher,
    *,
    expect: str | None,
) -> Outcome:
    """Puts the centre's own in use, or (None) the shipped one again; the others stay. As
    `register_edits.publish_register`."""
    others = [found for found in reference.templates if found.kind != kind]
    entries = [*others, *([own] if own else [])]
    return publish_register(CHECKED_TEMPLATES, entries, store, reference, publisher, expect=expect)
