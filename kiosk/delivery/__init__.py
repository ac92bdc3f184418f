"""How a confirmed visit leaves: parcels in one transaction, then the courier until every parcel has a receipt."""
