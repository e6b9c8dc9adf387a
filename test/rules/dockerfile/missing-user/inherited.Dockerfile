FROM node:22 AS base
USER node
FROM base AS middle
FROM middle
