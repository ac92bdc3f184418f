"""窓口をまわる順: the counters a visitor goes to, in the order that respects what must be done first and walks least.

A visit does everything its counter can do at that moment: doing more never makes a later walk longer, because the way
between two places is a metric (|dx| + |dy| and a cost per floor, in metres). Hence a counter is visited again only when
an `after` forces it: the fewest visits win, then the shortest way from the entrance (the way out is not counted).
Up to `EXACT_MOST` visits the answer is exact: the dynamic programme of Bellman (1962) and Held & Karp (1962) over what
is done and where one stands, extended by precedence. Above it, the visitor goes each time to the nearest counter that
can finish all it has to do, or else to the nearest that can do something. Same input, same tour.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from kiosk.model.base import Frozen, Issue
from kiosk.model.building import Department, FloorPlan
from kiosk.model.plan import Outcome
from kiosk.model.procedure import Procedure
from kiosk.rules.before import circles, waits
from kiosk.settings import FILE

EXACT_MOST = 10


class Stop(Frozen):
    """A visit to a counter: its procedures in doing order, their minutes, and the walk from the stop before.

    `floor` is 0 when the floor plan does not know the department.
    """

    department: str
    floor: int
    counter: str
    procedures: tuple[str, ...]
    minutes: int
    metres: float


class Tour(Frozen):
    """The stops in order; `issues` are circles in `after` and departments without a place."""

    stops: tuple[Stop, ...] = ()
    issues: tuple[Issue, ...] = ()
    exact: bool = True

    @property
    def metres(self) -> float:
        """The whole walk."""
        return round(sum(stop.metres for stop in self.stops), 2)

    @property
    def minutes(self) -> int:
        """The time at all counters, without waiting and walking."""
        return sum(stop.minutes for stop in self.stops)


def _circles(procedures: Mapping[str, Procedure]) -> tuple[Issue, ...]:
    """One Issue per group of procedures that wait for each other."""
    message = "after が輪になっているため、この順序は使いません。"
    return tuple(Issue(where="・".join(group), message=message) for group in circles(procedures))


def gathered(
    procedures: Mapping[str, Procedure], *, among: Collection[str], plan: FloorPlan, all_of_them: bool = False
) -> dict[str, Procedure]:
    """一つの窓口で: the procedures, those that are done where the visit begins sent to that counter.

    These are all of them, or those with `one_stop`. `among` are those of today's way; their first counter is taken.
    """
    anywhere = {place.name for place in plan.departments.values() if place.anywhere}
    todays = sorted((procedures[name] for name in among), key=lambda each: (each.order, each.id))
    first = next((each.department for each in todays if each.department not in anywhere), "")
    return {
        name: each.model_copy(update={"department": first})
        if first and name in among and (all_of_them or each.one_stop) and each.department not in anywhere
        else each
        for name, each in procedures.items()
    }


def tour(needed: Sequence[Outcome], *, procedures: Mapping[str, Procedure], plan: FloorPlan) -> Tour:
    """The stops for these outcomes. An `after` that is not among them is not waited for."""
    wanted = {each.procedure: procedures[each.procedure] for each in needed if each.procedure in procedures}
    walk = _Walk(wanted, plan)
    guess = walk.guess()
    exact = len(guess) <= EXACT_MOST
    route = walk.shortest(len(guess)) if exact else guess
    return Tour(stops=walk.stops(route), issues=(*_circles(wanted), *walk.unplaced), exact=exact)


Done = frozenset[str]
Route = tuple[int, ...]


@dataclass(frozen=True)
class _Walk:
    """The search: counters are numbers, in the order in which the catalogue lists their first procedure."""

    wanted: Mapping[str, Procedure]
    plan: FloorPlan
    moves: dict[Done, tuple[tuple[Done, int, int], ...]] = field(default_factory=dict)

    @cached_property
    def order(self) -> tuple[str, ...]:
        return tuple(sorted(self.wanted, key=lambda name: (self.wanted[name].order, name)))

    @cached_property
    def waits(self) -> dict[str, frozenset[str]]:
        """What each procedure waits for; procedures that wait for each other do not."""
        needs = waits(self.wanted)
        return {
            name: frozenset(other for other in each.after if other in needs and name not in needs[other])
            for name, each in self.wanted.items()
        }

    @cached_property
    def bound(self) -> frozenset[str]:
        """The procedures that belong to one counter."""
        anywhere = {place.name for place in self.plan.departments.values() if place.anywhere}
        return frozenset(name for name, each in self.wanted.items() if each.department not in anywhere)

    @cached_property
    def names(self) -> tuple[str, ...]:
        found = dict.fromkeys(self.wanted[name].department for name in self.order if name in self.bound)
        return tuple(found) or tuple(dict.fromkeys(self.wanted[name].department for name in self.order))[:1]

    @cached_property
    def places(self) -> tuple[Department, ...]:
        """Where each counter is; one without a place is taken to be at the entrance."""
        entrance = self.plan.entrance
        known = self.plan.departments
        return tuple(entrance if name not in known or known[name].anywhere else known[name] for name in self.names)

    @cached_property
    def unplaced(self) -> tuple[Issue, ...]:
        lost = (name for name in self.names if name not in self.plan.departments)
        return tuple(
            Issue(where=f"{FILE} department", message=f"{name or '（課名なし）'} の場所がありません。") for name in lost
        )

    @cached_property
    def ways(self) -> tuple[tuple[int, ...], ...]:
        """Centimetres from the entrance (last row) and from each counter to each counter."""
        starts = (*self.places, self.plan.entrance)
        return tuple(tuple(round(self.plan.metres(a, b) * 100) for b in self.places) for a in starts)

    @cached_property
    def at(self) -> tuple[tuple[str, ...], ...]:
        """What each counter can do, in catalogue order."""
        return tuple(
            tuple(each for each in self.order if each not in self.bound or self.wanted[each].department == name)
            for name in self.names
        )

    def does(self, counter: int, done: Done) -> tuple[str, ...]:
        """What is done at a visit, one thing after another."""
        did: list[str] = []
        while True:
            have = done.union(did)
            able = (each for each in self.at[counter] if each not in have and self.waits[each] <= have)
            following = next(able, None)
            if following is None:
                return tuple(did)
            did.append(following)

    def _left(self, done: Done) -> int:
        """How many counters still have something of their own to do."""
        return len({each.department for name, each in self.wanted.items() if name not in done and name in self.bound})

    def guess(self) -> Route:
        """The nearest counter that can finish, else the nearest that can do something."""
        done: Done = frozenset()
        route: Route = ()
        while len(done) < len(self.wanted):
            here = route[-1] if route else -1
            steps = [(counter, self.does(counter, done)) for counter in range(len(self.names))]
            able = [(set(self.at[c]) - done - set(did) != set(), self.ways[here][c], c) for c, did in steps if did]
            counter = min(able)[2]
            route += (counter,)
            done = done.union(self.does(counter, done))
        return route

    def shortest(self, most: int) -> Route:
        """The shortest way among those with the fewest visits; `most` visits are known to be enough."""
        layer: dict[tuple[Done, int], tuple[int, Route]] = {(frozenset(), -1): (0, ())}
        everything = frozenset(self.wanted)
        for made in range(1, most + 1):
            following: dict[tuple[Done, int], tuple[int, Route]] = {}
            for state, (way, route) in layer.items():
                for after, counter in self._steps(*state, most - made):
                    reached = (way + self.ways[state[1]][counter], (*route, counter))
                    key = (after, counter)
                    following[key] = min(following.get(key, reached), reached)
            layer = following
            ends = [best for (done, _), best in layer.items() if done == everything]
            if ends:
                return min(ends)[1]
        return ()

    def _steps(self, done: Done, here: int, rest: int) -> Iterator[tuple[Done, int]]:
        """Where one can go next and still finish within `rest` visits more."""
        if done not in self.moves:
            self.moves[done] = tuple(self._moves(done))
        return ((after, counter) for after, counter, left in self.moves[done] if counter != here and left <= rest)

    def _moves(self, done: Done) -> Iterator[tuple[Done, int, int]]:
        for counter in range(len(self.names)):
            did = self.does(counter, done)
            if did:
                after = done.union(did)
                yield after, counter, self._left(after)

    def stops(self, route: Route) -> tuple[Stop, ...]:
        """The route in words."""
        done: Done = frozenset()
        stops = []
        for here, counter in zip((-1, *route), route, strict=False):
            did = self.does(counter, done)
            done = done.union(did)
            name, place = self.names[counter], self.places[counter]
            known = name in self.plan.departments and not self.plan.departments[name].anywhere
            stops.append(
                Stop(
                    department=name,
                    floor=place.floor if known else 0,
                    counter=place.counter if known else "",
                    procedures=did,
                    minutes=sum(self.wanted[each].minutes for each in did),
                    metres=self.ways[here][counter] / 100,
                )
            )
        return tuple(stops)
