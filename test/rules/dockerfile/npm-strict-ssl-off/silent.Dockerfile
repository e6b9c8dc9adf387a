FROM node:22
RUN npm config set strict-ssl true && npm config get strict-ssl && npm ci --strict-ssl
RUN npm run set strict-ssl false-alarm; echo strict-ssl=false
ARG NPM_CONFIG_STRICT_SSL
ENV NPM_CONFIG_STRICT_SSL=$NPM_CONFIG_STRICT_SSL
