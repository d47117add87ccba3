"""The story that the invented months tell: who improves, who falls, who is late.

Departments not named here follow the default: every rate comes slowly nearer to 100 %.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

EID_SHARE = 0.9
"""Of the dossiers received, those that the national population database applies to."""


@dataclass(frozen=True, slots=True)
class Profile:
    """What is particular about a department.

    peaks     its own busy calendar months
    goals     rate → the share that it comes nearer to, month by month
    slides    rate → (first month, what it loses from then on, month by month)
    late      of its dossiers, those that miss their deadline
    overdue   of its stock at a month's end, what is overdue (before the dossier lists decide)
    """

    peaks: tuple[int, ...] = ()
    goals: Mapping[str, float] = field(default_factory=dict)
    slides: Mapping[str, tuple[date, float]] = field(default_factory=dict)
    late: float = 0.0005
    overdue: float = 0.002


_PROFILES: Mapping[str, Profile] = {
    # From last to middle: 10 % online in 2023.
    "so-tai-nguyen-va-moi-truong": Profile(goals={"online_submission": 0.62, "eid": 0.99}),
    "so-nong-nghiep-va-moi-truong": Profile(goals={"online_submission": 0.78}),
    # Below the target and falling.
    "so-giao-duc-va-dao-tao": Profile(
        peaks=(6, 7, 8),
        goals={"online_submission": 0.42},
        slides={"online_submission": (date(2025, 10, 1), 0.06)},
    ),
    # Three declines in a row at the end.
    "so-cong-thuong": Profile(slides={"digitisation": (date(2025, 10, 1), 0.07)}),
    # Much is overdue.
    "so-xay-dung": Profile(late=0.02, overdue=0.05),
    "so-xay-dung-2025": Profile(
        goals={"online_submission": 0.7, "digitisation": 0.8}, late=0.07, overdue=0.15
    ),
    "so-giao-thong-van-tai": Profile(goals={"online_submission": 0.66}),
    # Fees are due, and nobody pays online.
    "so-dan-toc-va-ton-giao": Profile(goals={"online_payment": 0.0}),
    "so-ke-hoach-va-dau-tu": Profile(peaks=(3,), goals={"digitisation": 0.7, "eid": 0.97}),
    "so-lao-dong-tbxh": Profile(goals={"online_submission": 0.55, "digitisation": 0.8}),
    "so-tu-phap": Profile(goals={"online_payment": 0.74}),
}


def profile_of(department: str) -> Profile:
    return _PROFILES.get(department, Profile())
