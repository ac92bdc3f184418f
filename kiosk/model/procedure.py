"""手続 as dated data: when it is needed, who may file it, its deadline, papers and forms, and what it becomes when."""

import enum
from datetime import date
from functools import cached_property
from typing import Literal

from pydantic import Field

from kiosk.model.base import Frozen


class Unit(enum.Enum):
    """What a deadline counts."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class DeadlineRule(Frozen):
    """期限: `count` units from the fact `start`; the first day counts or not; rolls to the next open day or not.

    First day: 民法140条 (excluded) or 戸籍法43条 (included). Roll: 地方自治法4条の2第4項, statute-based periods only;
    for periods of a by-law the file names a setting of the city ("city.ordinance_…").
    A rule without `start` is a text (`note`), such as すみやかに. A `start` of members (person.…) counts from the
    earliest day of those whom the procedure is for.
    """

    count: int = Field(default=0, ge=0, le=4000)
    unit: Unit = Unit.DAY
    start: str = ""
    first_day_included: bool = False
    rolls: bool = True
    law: str = ""
    note: str = ""


class Bring(Frozen):
    """持ち物: what, and the CEL condition under which it is needed (empty: always)."""

    what: str
    when: str = ""


class Filer(Frozen):
    """届出できる人: a role of case.applicant_role, the papers that prove it, and a CEL condition (empty: always).

    `proof` is the fact that says whether those papers are in order: its code list's first code, and no other (委任状).
    """

    role: str
    papers: tuple[str, ...] = ()
    when: str = ""
    proof: str = ""


class Identity(enum.Enum):
    """本人確認 that a procedure asks for (forms/identity.toml lists the papers)."""

    NONE = "none"
    USUAL = "usual"  # 1点 with a photo, or 2点
    PHOTO = "photo"  # one photo ID issued by a public office, nothing else (広域交付)
    NUMBER = "number"  # the usual check and 番号確認


class NoForm(Frozen):
    """様式のいらない理由: why nothing is written for a filing that is needed, and where that was read."""

    why: str = Field(min_length=1)
    source: str = Field(min_length=1)


class LeftOut(Frozen):
    """届書に書かない方: CEL about a member who stands on no paper of the filing although it is about all, and why."""

    when: str = Field(min_length=1)
    why: str = Field(min_length=1)


class Charge(Frozen):
    """手数料: `fee` names a setting of the city (city.fee_juminhyo), `count` the fact that says how many (empty: one
    for each whom the procedure is for). `when` and `free_when` are CEL about the case: when it is charged (empty:
    always), and when nothing is, which `free_why` explains.
    """

    fee: str
    count: str = ""
    when: str = ""
    free_when: str = ""
    free_why: str = ""

    @property
    def setting(self) -> str:
        """The place of the amount among the city's settings: fee.juminhyo."""
        return self.fee.removeprefix("city.").replace("_", ".", 1)


class Variant(Frozen):
    """届出の種類: what a procedure becomes on some occasions (児童手当: 認定請求, 変更届, 消滅届).

    `when` is CEL about the case, not about a member. What a variant does not give is the version's.
    """

    when: str
    name: str = ""
    labels: dict[str, str] | None = None
    department: str = ""
    reason: str = ""
    deadline: DeadlineRule | None = None
    who: str = ""
    filers: tuple[Filer, ...] | None = None
    identity: Identity | None = None
    bring: tuple[Bring, ...] | None = None
    forms: tuple[str, ...] | None = None
    no_form: NoForm | None = None
    guide: str = ""
    confidence: str = ""
    source: str = ""
    optional: bool | None = None
    wish: str = ""
    elsewhere: bool | None = None


class Version(Frozen):
    """What a procedure is from one date on: when needed, why, by when, by whom, with what, on which forms.

    `form_when` gives a form of `forms` a CEL condition of its own; `no_form` says why nothing is written where none of
    them is. Where `photo_when` holds, the identity check is PHOTO instead of `identity`. `optional`: nobody has to
    (任意); `wish` is the CEL condition under which somebody wants it (empty: who it applies to has asked for it
    already, or it is done along with the rest). `elsewhere`: another office takes it, nothing is done here. Of
    `variants` the first whose condition holds is taken; none need hold.
    `name`, `labels`, `department`, `confidence` and `source` are a variant's own, where it has any. Those for
    whom `left_out` holds stand on none of its papers, and the clerk is told.
    """

    valid_from: date
    valid_to: date | None = None
    when: str
    reason: str
    reason_not: str
    deadline: DeadlineRule | None = None
    who: str = ""
    filers: tuple[Filer, ...] = ()
    identity: Identity = Identity.USUAL
    photo_when: str = ""
    bring: tuple[Bring, ...] = ()
    forms: tuple[str, ...] = ()
    form_when: dict[str, str] = {}
    no_form: NoForm | None = None
    left_out: LeftOut | None = None
    guide: str = ""
    charges: tuple[Charge, ...] = ()
    optional: bool = False
    wish: str = ""
    elsewhere: bool = False
    variants: tuple[Variant, ...] = ()
    name: str = ""
    labels: dict[str, str] | None = None
    department: str = ""
    confidence: str = ""
    source: str = ""

    @cached_property
    def turned(self) -> tuple["Version", ...]:
        """The version as each of its variants makes it, in order."""
        return tuple(self.model_copy(update={"variants": (), **_given(variant)}) for variant in self.variants)

    @property
    def always_written(self) -> bool:
        """Whether one of its forms is filled whatever else holds."""
        return any(form not in self.form_when for form in self.forms)

    @property
    def all(self) -> tuple["Version", ...]:
        """The version itself and everything that it can become."""
        return (self, *self.turned)

    @cached_property
    def conditions(self) -> tuple[str, ...]:
        """Every CEL text of the version and its variants, each once."""
        papers = (item.when for each in self.all for item in each.bring)
        filers = (filer.when for each in self.all for filer in each.filers)
        variants = (variant.when for variant in self.variants)
        wishes = (each.wish for each in self.all)
        charges = (text for each in self.charges for text in (each.when, each.free_when))
        texts = (self.when, *variants, *self.form_when.values(), *papers, *filers, self.photo_when, *wishes, *charges)
        return tuple(dict.fromkeys(text for text in texts if text))

    @cached_property
    def starts(self) -> tuple[str, ...]:
        """The facts from which its deadlines are counted, its variants' included."""
        starts = (each.deadline.start for each in self.all if each.deadline)
        return tuple(dict.fromkeys(start for start in starts if start))

    @cached_property
    def facts(self) -> frozenset[str]:
        """The facts it looks at outside its conditions: first days, and papers that prove authority."""
        return frozenset((*self.starts, *(filer.proof for each in self.all for filer in each.filers if filer.proof)))


def _given(variant: Variant) -> dict[str, object]:
    """What a variant says of its own. Its forms and its reason for none replace both of the version's."""
    fields = ((name, getattr(variant, name)) for name in Variant.model_fields if name != "when")
    given = {name: value for name, value in fields if value is not None and value != ""}
    papers: dict[str, object] = {"forms": (), "no_form": None} if given.keys() & {"forms", "no_form"} else {}
    return papers | given


class Procedure(Frozen):
    """手続. `scope` says for whom the rule is asked: the case once, or each person.

    `after` are procedures that must be done first, `minutes` how long the counter needs, `labels` the name in other
    languages; what is `one_stop` is done at the counter where a visit begins, whichever department is in charge; a
    `staff_only` procedure is never proposed by a rule and never shown to a resident.
    """

    id: str
    name: str
    scope: Literal["case", "person"] = "case"
    law: str = ""
    department: str = ""
    fee: str = ""
    confidence: str = ""
    source: str = ""
    business: str = "000"
    order: int = Field(default=999, ge=0, le=9999)
    after: tuple[str, ...] = ()
    minutes: int = Field(default=10, ge=0, le=600)
    labels: dict[str, str] = {}
    staff_only: bool = False
    one_stop: bool = False
    versions: tuple[Version, ...] = ()

    def at(self, day: date) -> Version | None:
        """The version in force on a day, or None."""
        for version in self.versions:
            if version.valid_from <= day and (version.valid_to is None or day <= version.valid_to):
                return version
        return None

    def taken(self, day: date, variant: int | None) -> Version | None:
        """The version in force on a day as an outcome takes it: one of its variants, or None for none of them."""
        version = self.at(day)
        return version.turned[variant] if version is not None and variant is not None else version

    def turned(self, day: date, variant: int | None) -> "Procedure":
        """The procedure under the name, labels, department and confidence of the variant that is taken on a day."""
        version = self.taken(day, variant) if variant is not None else None
        if version is None:
            return self
        own = {"name": version.name, "labels": version.labels or {}} if version.name else {}
        kept = ((key, getattr(version, key)) for key in ("department", "confidence", "source"))
        return self.model_copy(update={**own, **{key: value for key, value in kept if value}})
