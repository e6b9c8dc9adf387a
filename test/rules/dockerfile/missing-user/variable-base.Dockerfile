ARG BASE
FROM $BASE
#    ^^^^^ dockerfile/missing-user may run as root
