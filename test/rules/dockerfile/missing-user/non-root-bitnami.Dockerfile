FROM bitnami/redis:8.0
COPY . /app
