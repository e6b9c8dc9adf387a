FROM node:24 AS build
USER node
RUN npm ci
FROM node:24-slim
#    ^^^^^^^^^^^^ dockerfile/missing-user
CMD ["node", "x"]
