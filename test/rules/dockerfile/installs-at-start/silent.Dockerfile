FROM node:22 AS dev
CMD npm install
FROM node:22
RUN npm ci
CMD npm run install && yarn start && apt-get --help && pip list
HEALTHCHECK CMD npm install
