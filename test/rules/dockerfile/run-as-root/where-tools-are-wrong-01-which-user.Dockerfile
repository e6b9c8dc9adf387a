FROM node:24 AS build
USER root
RUN npm ci
FROM node:24-slim AS base
ARG ACCOUNT="0:0"
USER $ACCOUNT
#    ^^^^^^^^ dockerfile/run-as-root
FROM base
CMD ["node", "x"]
