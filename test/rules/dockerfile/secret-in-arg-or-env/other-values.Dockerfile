FROM alpine:3.22
ENV DB_PASSWORD= SECRET_KEY=/run/secrets/key AUTH_TOKEN=false API_KEY=https://example.com/keys
ENV TOKEN=vault:secret/data/app#token
ARG MYSQL_PASSWORD=/run/secrets/mysql
