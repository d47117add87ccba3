"""The centre's own Word templates as people keep them: the mechanics are `register_edits`.

Whether one can be filled is known where documents are made (ttpv/reporting/templates.py): who
publishes puts that check in the place of the one here.
"""

from ttpv.reference import TEMPLATES_FILE, Template, build_templates_toml, parse_templates
from ttpv.register_edits import Change, Register

TemplateChange = Change[Template]

TEMPLATES: Register[Template] = Register(
    file=TEMPLATES_FILE,
    parse=parse_templates,
    build=build_templates_toml,
    key=lambda template: template.kind,
    in_force=lambda reference: reference.templates,
    check=lambda templates, reference: (),
    refusal="Bạn không có quyền đổi mẫu văn bản.",
)
