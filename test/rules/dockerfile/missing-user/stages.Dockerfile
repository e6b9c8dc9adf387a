FROM node:22 AS build
USER node
RUN npm run build

FROM node:22
#    ^^^^^^^ dockerfile/missing-user No USER is set: containers run as root
COPY --from=build /app /app
