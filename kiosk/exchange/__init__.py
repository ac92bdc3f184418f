"""What leaves the counter and what comes in: the one record, its renderings, and the places it is handed to.

Context: no public standard defines the file that a counter hands to 住民記録; item names, types, lengths and dates of
the 基本データリスト and the GIF schemas do exist and can be checked by machine.
Decision: one JSON record per application is the truth; CSV and GIF XML are rendered from it at the edge. Column names
are data in forms/exchange, because they drift between versions of the standards.
What the record is has a published JSON Schema (`records.schema`) that every one is held to before it leaves, CSV files
can be read back and compared (`records.readback`), and a receiver's own list of items is covered item by item.
Consequence: a receiving system that wants other columns needs another mapping file, not another program. The honest
claim is "GIF 準拠LV2s（検証済）" and "項目名・型・桁数・日付は基本データリストの規定に合わせた", nothing more.
"""
