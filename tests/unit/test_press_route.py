"""受付案内票: the order of the counters - dependencies first, then the fewest visits, then the shortest way."""

from itertools import pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.catalogue.municipality import read_municipality
from kiosk.model.base import Issue
from kiosk.model.building import Department, FloorPlan
from kiosk.model.plan import Need, Outcome
from kiosk.model.procedure import Procedure
from kiosk.press.route import EXACT_MOST, Tour, tour
from kiosk.rules.before import circles
from tests.short import examples


def procedure(name: str, department: str, *after: str, order: int = 0, minutes: int = 10) -> Procedure:
    return Procedure(
        id=name, name=name, department=department, after=after, order=order or int(name[1:]), minutes=minutes
    )


def house(*places: tuple[str, int, float, float], floor_metres: float = 30.0) -> FloorPlan:
    departments = {name: Department(name=name, floor=floor, x=x, y=y) for name, floor, x, y in places}
    return FloorPlan(departments=departments, floor_metres=floor_metres)


def walked(plan: FloorPlan, *listed: Procedure) -> Tour:
    outcomes = [Outcome(procedure=each.id, need=Need.NEEDED) for each in listed]
    return tour(outcomes, procedures={each.id: each for each in listed}, plan=plan)


def names(found: Tour) -> list[str]:
    return [stop.department for stop in found.stops]


PLAN = house(("近", 1, 5, 0), ("中", 1, 10, 0), ("遠", 1, 20, 0), ("上", 2, 30, 0))


def test_the_visitor_goes_the_short_way_whatever_the_catalogue_lists_first() -> None:
    found = walked(PLAN, procedure("P1", "遠"), procedure("P2", "上"), procedure("P3", "近"), procedure("P4", "中"))
    assert names(found) == ["近", "中", "遠", "上"]
    assert [stop.metres for stop in found.stops] == [5.0, 5.0, 10.0, 40.0]
    assert found.metres == 60.0


def test_what_must_be_done_first_comes_first_even_when_it_is_far() -> None:
    found = walked(PLAN, procedure("P1", "近", "P2"), procedure("P2", "遠"))
    assert names(found) == ["遠", "近"]


def test_a_counter_does_all_its_procedures_in_one_visit_and_adds_their_minutes() -> None:
    found = walked(PLAN, procedure("P1", "近", minutes=15), procedure("P2", "中"), procedure("P3", "近", minutes=5))
    assert [(stop.department, stop.procedures, stop.minutes) for stop in found.stops] == [
        ("近", ("P1", "P3"), 20),
        ("中", ("P2",), 10),
    ]
    assert found.minutes == 30


def test_inside_one_counter_the_order_respects_what_must_be_done_first() -> None:
    found = walked(PLAN, procedure("P1", "近", "P3"), procedure("P2", "近"), procedure("P3", "近"))
    assert found.stops[0].procedures == ("P2", "P3", "P1")


def test_a_counter_is_visited_twice_only_when_something_between_forces_it() -> None:
    free = walked(PLAN, procedure("P1", "近"), procedure("P2", "遠", "P1"), procedure("P3", "近"))
    forced = walked(PLAN, procedure("P1", "近"), procedure("P2", "遠", "P1"), procedure("P3", "近", "P2"))
    assert names(free) == ["近", "遠"]
    assert names(forced) == ["近", "遠", "近"]


def test_many_things_that_wait_at_one_counter_do_not_bring_the_visitor_back_each_time() -> None:
    counters = [(f"課{n}", 1, float(n), 0.0) for n in range(1, 15)]
    plan = house(("市民課", 1, 0, 0), *counters)
    firsts = [procedure(f"P{n}", f"課{n}") for n in range(1, 15)]
    lasts = [procedure(f"P{n + 20}", "市民課", f"P{n}") for n in range(1, 15)]
    found = walked(plan, *firsts, *lasts)
    assert names(found) == [*(name for name, *_ in counters), "市民課"]
    assert not found.exact


def test_a_higher_floor_costs_what_the_plan_says_and_there_is_no_floor_0() -> None:
    plan = house(("地下", -1, 0, 0), ("三階", 3, 0, 0), floor_metres=20.0)
    found = walked(plan, procedure("P1", "地下"), procedure("P2", "三階", "P1"))
    assert [stop.metres for stop in found.stops] == [20.0, 60.0]


def test_something_to_wait_for_that_this_visitor_does_not_need_is_no_obstacle() -> None:
    assert names(walked(PLAN, procedure("P1", "近", "P99"))) == ["近"]


def test_what_any_counter_can_do_is_done_at_the_first_and_needs_no_stop_of_its_own() -> None:
    anywhere = {**PLAN.departments, "各課": Department(name="各課", anywhere=True)}
    plan = PLAN.model_copy(update={"departments": anywhere})
    found = walked(plan, procedure("P1", "遠", "P9"), procedure("P9", "各課"), procedure("P3", "中"))
    assert [(stop.department, stop.procedures) for stop in found.stops] == [("中", ("P3", "P9")), ("遠", ("P1",))]
    alone = walked(plan, procedure("P9", "各課"))
    assert [(stop.department, stop.floor, stop.counter) for stop in alone.stops] == [("各課", 0, "")]
    assert not alone.issues


def test_a_department_that_the_plan_does_not_know_is_named_and_still_visited() -> None:
    found = walked(PLAN, procedure("P1", "新しい課"), procedure("P2", "近"))
    assert set(names(found)) == {"新しい課", "近"}
    assert next(stop.floor for stop in found.stops if stop.department == "新しい課") == 0
    assert "新しい課" in str(found.issues[0])


def test_a_circle_is_told_and_does_not_keep_anybody_from_a_counter() -> None:
    listed = (
        procedure("P1", "近", "P2"),
        procedure("P2", "遠", "P1"),
        procedure("P3", "上"),
        procedure("P4", "中", "P4"),
    )
    found = walked(PLAN, *listed)
    assert {name for stop in found.stops for name in stop.procedures} == {"P1", "P2", "P3", "P4"}
    assert [issue.where for issue in found.issues] == ["P1・P2", "P4"]
    assert circles({each.id: each for each in listed}) == (("P1", "P2"), ("P4",))


def test_what_waits_for_a_circle_without_being_part_of_it_still_waits() -> None:
    found = walked(PLAN, procedure("P1", "遠", "P2"), procedure("P2", "遠", "P1"), procedure("P3", "近", "P1"))
    assert names(found) == ["遠", "近"]


def test_nothing_needed_is_no_walk() -> None:
    assert walked(PLAN) == Tour()


CITY = {"name": "架空市", "prefecture": "見本県", "code": "999997"}


def test_the_plan_is_read_from_the_settings_and_a_wrong_entry_is_named() -> None:
    issues: list[Issue] = []
    plan = read_municipality(
        {
            **CITY,
            "floor_metres": 25,
            "entrance": {"floor": 1, "x": 3, "y": 4},
            "department": [
                {"name": "市民課", "floor": 1, "counter": "1", "x": 10, "y": 4, "labels": {"en": "Citizens"}},
                {"name": "曲がった課", "x": "左"},
                {"name": "零階", "floor": 0},
                {"name": "市民課", "floor": 2},
            ],
        },
        issues,
    ).plan
    assert plan.floor_metres == 25.0
    assert plan.metres(plan.entrance, plan.departments["市民課"]) == 7.0
    assert list(plan.departments) == ["市民課", "零階"]
    assert [issue.where for issue in issues] == [
        "municipality.toml department[1].x",
        "municipality.toml department 零階 floor",
        "municipality.toml department 市民課",
    ]


def test_settings_without_a_plan_are_a_house_with_one_door() -> None:
    assert read_municipality(CITY, []).plan == FloorPlan()
    issues: list[Issue] = []
    plan = read_municipality({**CITY, "floor_metres": -1}, issues).plan
    assert plan.floor_metres == FloorPlan().floor_metres
    assert [issue.where for issue in issues] == ["municipality.toml floor_metres"]


def brute(plan: FloorPlan, listed: list[Procedure]) -> tuple[int, float]:
    """Visits and metres of the best of all orders of the procedures themselves."""
    best = (99, 0.0)
    for order in permutations(listed):
        place = {each.id: index for index, each in enumerate(order)}
        if all(place[before] < place[each.id] for each in order for before in each.after):
            stops = [order[0], *(b for a, b in pairwise(order) if a.department != b.department)]
            spots = [plan.entrance, *(plan.departments[each.department] for each in stops)]
            best = min(best, (len(stops), round(sum(plan.metres(a, b) for a, b in pairwise(spots)), 2)))
    return best


@st.composite
def days(draw: st.DrawFn) -> tuple[FloorPlan, list[Procedure]]:
    """A house of four counters and up to six procedures that wait for earlier ones."""
    metres = st.integers(0, 40).map(float)
    floors = st.sampled_from([-1, 1, 2, 3])
    places = [(f"課{n}", draw(floors), draw(metres), draw(metres)) for n in range(4)]
    plan = house(*places, floor_metres=draw(metres))
    listed: list[Procedure] = []
    for n in range(draw(st.integers(1, 6))):
        earlier = [each.id for each in listed]
        after = draw(st.lists(st.sampled_from(earlier), unique=True, max_size=2)) if earlier else []
        order = draw(st.integers(1, 9))
        listed.append(procedure(f"P{n}", draw(st.sampled_from([name for name, *_ in places])), *after, order=order))
    return plan, listed


@settings(max_examples=examples(150), deadline=None)
@given(days())
def test_no_order_whatever_needs_fewer_visits_or_a_shorter_walk(day: tuple[FloorPlan, list[Procedure]]) -> None:
    plan, listed = day
    found = walked(plan, *listed)
    assert (len(found.stops), found.metres) == brute(plan, listed)
    done: set[str] = set()
    for name in (name for stop in found.stops for name in stop.procedures):
        assert done >= set(next(each.after for each in listed if each.id == name))
        done.add(name)
    assert done == {each.id for each in listed}


@settings(max_examples=examples(50), deadline=None)
@given(days(), st.randoms(use_true_random=False))
def test_the_order_in_which_outcomes_arrive_changes_nothing(
    day: tuple[FloorPlan, list[Procedure]], chance: st.DataObject
) -> None:
    plan, listed = day
    mixed = list(listed)
    chance.shuffle(mixed)  # type: ignore[attr-defined]  # a random.Random, whose module is banned by name
    assert walked(plan, *mixed) == walked(plan, *listed)


def test_ten_counters_are_still_solved_exactly() -> None:
    places = [(f"課{n}", 1 + n % 3, float(n * 7 % 13), float(n * 5 % 11)) for n in range(EXACT_MOST)]
    found = walked(house(*places), *(procedure(f"P{n + 1}", name) for n, (name, *_) in enumerate(places)))
    assert found.exact
    assert len(found.stops) == EXACT_MOST
