"""Several forms of one period hold the same measure: which one counts (metrics/forms.py).

A dossier list before the template (rank 30), the template before annex I (20), annex I before form
II.06a (10). Whole forms, never cell by cell.
"""

from tests.spec.tables import World, check_counts, check_rates

ANNEX = """
    who | received_new | received_online | carried_over | digitisation
    a   |          300 |             150 |           30 |         80,0
    b   |          100 |              10 |           10 |         60,0
    c   |          100 |             100 |            0 |         50,0
    Σ   |          500 |             260 |           40 |         70,1
"""


def test_the_finer_form_wins_whichever_came_first(world: World):
    world.publish("2023", ANNEX, form="annex-1")
    world.publish(
        "2023",
        """
        who | received_new | received_online | digitised
        a   |          310 |             160 |       250
        b   |          100 |              10 |        60
        c   |          100 |             100 |        50
        """,
        form="template",
    )
    world.publish(
        "2023",
        """
        who | received_new | received_online
        a   |          999 |             999
        b   |          999 |             999
        c   |          999 |             999
        """,
        form="ii-06a",
    )
    figures = world.figures("2023")
    check_counts(
        figures,
        """
        who   | received_new | received_online | carried_over
        a     |          310 |             160 |           30
        b     |          100 |              10 |           10
        c     |          100 |             100 |            0
        total |          510 |             270 |           40
        """,
    )
    check_rates(
        figures,
        """
        who   | rate              | value                                       | basis
        total | online_submission | 270/510×100 = 52,94                         | computed
        total | digitisation      | (250 + 60 + 50)/(310 + 100 + 100)×100 = 70,59 | computed
        """,
    )


def test_what_the_finer_form_leaves_blank_is_not_filled_from_another(world: World):
    """b has no row in the template: its figure is missing, and so is the total."""
    world.publish("2023", ANNEX, form="annex-1")
    world.publish(
        "2023",
        """
        who | received_new
        a   |          310
        b   |
        c   |          100
        """,
        form="template",
    )
    check_counts(
        world.figures("2023"),
        """
        who   | received_new | carried_over
        a     |          310 |           30
        b     |         null |           10
        total |         null |           40
        """,
    )


def test_parts_of_different_forms_make_no_ratio(world: World):
    """Online dossiers of annex I over the template's dossiers would be a share of nothing: what
    is known of digitisation is then what annex I prints."""
    world.publish("2023", ANNEX, form="annex-1")
    world.publish(
        "2023",
        """
        who | received_new
        a   |          310
        b   |          100
        c   |          100
        """,
        form="template",
    )
    check_rates(
        world.figures("2023"),
        """
        who   | rate              | value | basis
        total | online_submission | null  | unavailable
        total | digitisation      | 70,1  | published
        """,
    )


def test_a_total_and_its_parts_are_of_one_form(world: World):
    """Late dossiers of annex I among the template's resolved ones would be 40 of 20."""
    world.publish(
        "2023",
        """
        who | received_new | received | carried_over | resolved | resolved_on_time | resolved_late
        a   |           90 |      100 |           10 |       80 |               40 |            40
        """,
        form="annex-1",
    )
    world.publish("2023", "who | received_new | resolved\na | 91 | 20", form="template")
    check_counts(
        world.figures("2023", "a"),
        """
        who | received_new | received | carried_over | resolved | resolved_on_time | resolved_late
        a   |           91 |     null |           10 |       20 |             null |          null
        """,
    )


def test_each_period_has_its_own_forms(world: World):
    world.publish("2023-01", ANNEX, form="annex-1")
    world.publish(
        "2023-02",
        """
        who | received_new | received_online
        a   |          100 |              50
        b   |          100 |              50
        c   |          100 |              50
        """,
        form="template",
    )
    check_counts(
        world.figures("2023-01-01..2023-02-28"),
        """
        who   | received_new      | received_online
        total | 500 + 300 = 800   | 260 + 150 = 410
        """,
    )
