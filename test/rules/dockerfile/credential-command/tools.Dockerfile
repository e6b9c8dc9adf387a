FROM debian:trixie AS build
RUN sudo gcloud --project x auth activate-service-account --key-file=/tmp/k && az login --service-principal -u a -p $P
#                                ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/credential-command
#                                                                                 ^^^^^ dockerfile/credential-command
FROM debian:trixie
RUN ["aws", "configure", "set", "aws_access_key_id", "x"]
#                                ^^^^^^^^^^^^^^^^^ dockerfile/credential-command
RUN echo $T | docker login -u me --password-stdin registry.example.com
#                    ^^^^^ dockerfile/credential-command
RUN git config --global url."https://oauth2:${TOKEN}@git.example.com/".insteadOf "https://git.example.com/"
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/credential-command
RUN <<EOF
composer config -g github-oauth.github.com "$TOKEN"
#                  ^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/credential-command
EOF
RUN doctl auth init -t $T
#              ^^^^ dockerfile/credential-command
RUN git clone --depth 1 "https://oauth2:${TOKEN}@git.example.com/a/b.git" && cd b && make
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/credential-command
