FROM debian:13
ENV GOPRIVATE=example.com AWS_WEB_IDENTITY_TOKEN_FILE=/var/run/token TRAVIS_SUDO=true JENKINS_USERNAME=ci KEY_NAME=a
ENV SSH_AUTH_SOCK=/ssh-agent AUTHOR=me MONKEY=banana TOKEN_LENGTH=32
ENV DB_PSW=hunter2-gX9
#   ^^^^^^ dockerfile/secret-in-arg-or-env
