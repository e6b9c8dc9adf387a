FROM node:22 AS build
USER root
RUN npm ci
FROM node:22
COPY --from=build /app /app
USER node
