"""The facts that rules treat in their own way: who files, who has come, and who is head, spouse or claimant."""

ROLE = "case.applicant_role"
CHECKED = ("case.id_papers", "case.id_expiry", "case.id_check")  # what the identity check looks at and finds
ROLE_FACTS = {
    "applicant": "case.applicant",
    "head": "household.head",
    "spouse": "household.spouse",
    "claimant": "jido.claimant",
}
ROLES = tuple(ROLE_FACTS)
