-- Further services of a facility and further ways to one service. What a way is, the program checks when it reads.
CREATE TABLE facility_service (
    facility_id TEXT NOT NULL,
    service     TEXT NOT NULL,
    route       TEXT NOT NULL CHECK (route IN ('PRIMARY', 'ALTERNATE', 'VPN', 'BACKUP')),
    address     TEXT NOT NULL,
    PRIMARY KEY (facility_id, service, route)
) STRICT;
