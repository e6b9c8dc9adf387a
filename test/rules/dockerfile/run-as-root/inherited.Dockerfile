FROM node:22 AS base
USER root
#    ^^^^ dockerfile/run-as-root Containers of this image run as
RUN npm ci

FROM base AS app
COPY . .
CMD ["node", "x.js"]
