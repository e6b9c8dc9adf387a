ARG TAG
ARG EMPTY=""
ARG BAD="a b"
FROM busybox:${TAG}
#    ^^^^^^^^^^^^^^ dockerfile/invalid-default-arg-in-from
FROM $EMPTY
#    ^^^^^^ dockerfile/invalid-default-arg-in-from
FROM busybox:1${TAG}
FROM busybox:${TAG-1}
FROM busybox:${TAG:-1}
FROM "busybox:${EMPTY}"
#    ^^^^^^^^^^^^^^^^^^ dockerfile/invalid-default-arg-in-from
FROM busybox:$TARGETARCH
FROM busybox:$UNKNOWN
FROM $BAD
#    ^^^^ dockerfile/invalid-default-arg-in-from
