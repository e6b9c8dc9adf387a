FROM nginxinc/nginx-unprivileged:1.29
COPY . /app
