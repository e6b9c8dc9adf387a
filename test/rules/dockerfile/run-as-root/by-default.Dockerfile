ARG UID
FROM node:22
ARG UID
USER ${UID:-0}
#    ^^^^^^^^^ dockerfile/run-as-root
