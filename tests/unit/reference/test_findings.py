"""The rules of "Cần chú ý" as shipped."""

from typing import get_args

import msgspec

from ttpv.reference import FindingRules, Reference, RuleId


def test_every_rule_has_an_id_and_every_id_a_rule(reference: Reference):
    assert set(get_args(RuleId)) == {field.name for field in msgspec.structs.fields(FindingRules)}
    for identity in get_args(RuleId):
        assert reference.findings.rule(identity).title
