FROM node:22
ARG GID
USER root:$GID
#    ^^^^^^^^^ dockerfile/run-as-root
