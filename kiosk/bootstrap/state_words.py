"""Where a parcel stands, what is left for another day, and what waits for a person, in words."""

from kiosk.bootstrap.failures import Sort as Failing
from kiosk.model.follow_up import Sort
from kiosk.model.parcel import State

STATES = {
    State.READY: "送付待ち",
    State.LEASED: "送付中",
    State.HELD: "保留",
    State.RELAYED: "中継まで（受け取り側はまだ）",
    State.DELIVERED: "送付済み（受領なし）",
    State.ACKNOWLEDGED: "受領",
    State.SKIPPED: "見送り",
}
LATER = {Sort.HELD: "保留の届出", Sort.NOTICE: "通知の郵送"}
FAILING = {Failing.HELD: "送れない", Failing.TO_CORRECT: "補正", Failing.REJECTED: "却下"}
