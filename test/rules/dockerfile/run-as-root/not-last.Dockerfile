FROM node:22
USER root
RUN apt-get update
USER node
ONBUILD USER root
