"""Letterhead and templates as registers: entries, texts, what became of them in words."""

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ttpv.letterhead_register import LETTERHEAD, MOST_LETTERS, MOST_LINES
from ttpv.publishing import NotAllowed, Publisher
from ttpv.reference import (
    Letterhead,
    LetterheadEntry,
    Reference,
    ReferenceDataError,
    Signature,
    Template,
    build_letterhead_toml,
    build_templates_toml,
    join_letterhead,
    parse_letterhead,
    parse_templates,
    split_letterhead,
)
from ttpv.register_edits import find_undoable, publish_register, undo_edit
from ttpv.registers import open_reference
from ttpv.store import Store
from ttpv.template_register import TEMPLATES
from ttpv.views.report_settings import (
    FIELD_NAMES,
    describe_letterhead_changes,
    describe_template_changes,
)

CODES = {
    "letterhead_long": LetterheadEntry("place", "x" * (MOST_LETTERS + 1)),
    "letterhead_lines": LetterheadEntry("recipients", "x\n" * (MOST_LINES + 1)),
}
CLERK = Publisher("an", may_publish=True)

words = st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), max_size=20).map(
    str.strip
)
letterheads = st.builds(
    Letterhead,
    superior=words,
    place=words,
    recipients=st.lists(words.filter(bool), max_size=3).map(tuple),
    signature=st.builds(Signature, authority=words, name=words),
)


def edited(entries: tuple[LetterheadEntry, ...], field: str, value: str):
    return tuple(LetterheadEntry(field, value) if e.field == field else e for e in entries)


@given(letterheads)
def test_a_letterhead_comes_back_from_its_entries_and_its_text(letterhead: Letterhead):
    assert join_letterhead(split_letterhead(letterhead)) == letterhead
    assert parse_letterhead(build_letterhead_toml(letterhead)) == letterhead


def test_every_field_has_an_entry_and_a_name(reference: Reference):
    entries = split_letterhead(reference.letterhead)
    assert [entry.field for entry in entries] == list(FIELD_NAMES)
    fields = {name for name in msgspec.structs.asdict(Letterhead()) if name != "signature"}
    fields |= {f"signature.{name}" for name in msgspec.structs.asdict(Signature())}
    assert set(FIELD_NAMES) == fields


@pytest.mark.parametrize("code", CODES)
def test_a_letterhead_that_is_no_letterhead(code: str, reference: Reference):
    (issue,) = LETTERHEAD.check([CODES[code]], reference)
    assert (issue.code, issue.is_error) == (code, True)


def test_an_edit_is_in_force_told_and_undone(example_store: Store):
    store = example_store
    before = open_reference(store, store.current())
    entries = edited(split_letterhead(before.letterhead), "signature.name", "Trần Văn A")
    entries = edited(entries, "recipients", "Như trên\n\n Lưu trữ ")
    publish_register(LETTERHEAD, entries, store, before, CLERK, expect="000001")
    after = open_reference(store, store.current()).letterhead
    assert after.signature.name == "Trần Văn A"
    assert after.recipients == ("Như trên", "Lưu trữ")
    changes = LETTERHEAD.compare(split_letterhead(before.letterhead), split_letterhead(after))
    told = describe_letterhead_changes(changes, before)
    assert "Thể thức văn bản, họ tên người ký: để trống → “Trần Văn A”" in told
    assert any(sentence.endswith("→ “Như trên; Lưu trữ”") for sentence in told)
    assert open_reference(store, store.open_snapshot("1")).letterhead == before.letterhead
    edit = find_undoable(LETTERHEAD.file, store)
    assert edit is not None
    undo_edit(edit, store, CLERK, LETTERHEAD.refusal, expect="000002")
    assert open_reference(store, store.current()).letterhead == before.letterhead


def test_who_may_only_look_changes_nothing(example_store: Store, reference: Reference):
    reader = Publisher("x", may_publish=False)
    for register in (LETTERHEAD, TEMPLATES):
        with pytest.raises(NotAllowed):
            publish_register(register, (), example_store, reference, reader, expect="000001")
    assert example_store.numbers() == [1]


def test_templates_come_back_from_their_text():
    both = (Template.of("bao-cao", 'a "b".docx', b"\x00\xff"), Template.of("don-doc", "c", b""))
    assert parse_templates(build_templates_toml(reversed(both))) == both
    assert parse_templates("")[:1] == ()
    assert both[0].document == b"\x00\xff"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('[[template]]\nkind = "x"\nfile = "f"\ncontent = "%"', "base64"),
        ('[[template]]\nkind = "x"\nfile = "f"\ncontent = ""\n' * 2, "twice"),
        ('[[template]]\nkind = "x"\n', "file"),
    ],
)
def test_a_text_of_templates_that_is_none(text: str, words: str):
    with pytest.raises(ReferenceDataError, match=words):
        parse_templates(text)


def test_what_became_of_templates_in_words(reference: Reference):
    a, b = Template.of("bao-cao", "a.docx", b"1"), Template.of("bao-cao", "b.docx", b"2")
    same = Template.of("bao-cao", "a.docx", b"3")
    for before, after, told in (
        ([], [a], "Dùng mẫu riêng “a.docx” cho báo cáo"),
        ([a], [b], "Thay mẫu riêng “a.docx” của báo cáo bằng “b.docx”"),
        ([a], [same], "Thay mẫu riêng “a.docx” của báo cáo bằng bản khác cùng tên"),
        ([a], [], "Dùng lại mẫu gốc cho báo cáo, thay mẫu riêng “a.docx”"),
    ):
        changes = TEMPLATES.compare(before, after)
        assert describe_template_changes(changes, reference) == [told]
    assert "Không đọc được" in describe_template_changes(None, reference)[0]
    assert "Không đọc được" in describe_letterhead_changes(None, reference)[0]
