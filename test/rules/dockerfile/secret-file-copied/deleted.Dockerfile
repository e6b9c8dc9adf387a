FROM alpine:3.24
WORKDIR /src
COPY .netrc .
#    ^^^^^^ dockerfile/secret-file-copied deleting it later
RUN git fetch \
  && rm -f .netrc
COPY ssh /root/.ssh/
COPY id_rsa /root/.ssh/
#    ^^^^^^ dockerfile/secret-file-copied deleting it later
RUN ./fetch.sh; rm -rf ~/.ssh build
