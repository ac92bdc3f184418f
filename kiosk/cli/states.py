"""Where a parcel stands, in words."""

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
