FROM debian:13
COPY .env node_modules /app/
