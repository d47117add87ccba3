"""Every issue that an import can report: its severity and its sentence, in one place.

Errors refuse the file. Warnings are shown and let through: published figures do not always
balance, and hiding that would be dishonest. A sentence says where, what, and what to do.
"""

from ttpv.core.messages.checks import CHECKS
from ttpv.core.messages.files import FILES
from ttpv.core.messages.lists import LISTS
from ttpv.core.messages.others import OTHERS
from ttpv.core.messages.places import Message
from ttpv.core.messages.tables import TABLES
from ttpv.core.messages.targets import TARGETS
from ttpv.core.messages.templates import TEMPLATES

MESSAGES: dict[str, Message] = {
    **FILES,
    **TABLES,
    **LISTS,
    **CHECKS,
    **TARGETS,
    **TEMPLATES,
    **OTHERS,
}

__all__ = ["MESSAGES", "Message"]
