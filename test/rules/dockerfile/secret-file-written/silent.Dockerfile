FROM alpine:3.24
RUN echo "PORT=80" > .env && echo registry=https://r.example.com > .npmrc
RUN ssh-keyscan x >> /root/.ssh/known_hosts && echo "Host *" > /root/.ssh/config
RUN echo "$K" > /root/.ssh/id_rsa && git fetch && rm -rf /root/.ssh
RUN --mount=type=tmpfs,target=/root/.ssh echo "$K" > ~/.ssh/id_rsa && git fetch
RUN openssl x509 -in a.pem -out b.pem; cat server.key; ssh-keygen -R host
RUN curl -fsS https://example.com/repo.key > /etc/apt/keyrings/repo.key
