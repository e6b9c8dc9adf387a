FROM ruby:3.4
RUN SECRET_KEY_BASE=dummy bundle exec rails assets:precompile && PASSWORD=changeme ./configure
RUN gpg --batch --keyserver keys.openpgp.org --recv-keys 0123456789ABCDEF0123456789ABCDEF01234567
RUN GPG_KEY=E3FF2839C048B25C084DEBE9B26995E310250568 && gpg --verify a.asc a
RUN curl -u "$USER:$PASSWORD" --key /etc/x.key https://example.com && mysql -p"$(cat /run/secrets/db)" -e x
RUN adduser --disabled-password --gecos "" app && apt-key adv --recv-keys ABCDEF0123456789
RUN git clone https://oauth2:glpat-abcdefghijklmnopqrst@gitlab.com/a/b.git
RUN buildah bud --secret id=npm,src=.npmrc . && ./configure --password-hash=sha512 --enable-token=yes --auth-type=md5
RUN useradd --password '!' a && usermod -p '*' b && vault login --token-ttl 30m && foo --password-stdin --key-id abc
RUN apt-get install -y pass=1.7.4-6 makepasswd=1.10-15 && apk add pass=1.7.4-r0 && pip install token==1.0
USER app
