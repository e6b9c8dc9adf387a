FROM alpine:3.24
RUN printf '%s' "$K" | tee -a ~/.netrc >/dev/null
#                             ^^^^^^^^ dockerfile/secret-file-written
RUN cat <<EOF > /app/.env
#               ^^^^^^^^^ dockerfile/secret-file-written
DB_PASSWORD=$P
EOF
RUN ssh-keygen -A; ssh-keygen -t ed25519 -N '' -f "/etc/ssh/key"
#              ^^ dockerfile/secret-file-written
#                                                 ^^^^^^^^^^^^^^ dockerfile/secret-file-written
RUN echo "a" > id_rsa
#              ^^^^^^ dockerfile/secret-file-written deleting it later
RUN rm -f id_rsa
