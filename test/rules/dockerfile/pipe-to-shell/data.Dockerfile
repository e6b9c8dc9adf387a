FROM debian:13
RUN curl https://example.com/a | sha256sum && curl https://example.com/a | tar xz && curl https://example.com/k | gpg --dearmor
RUN curl https://example.com/a | jq -r .tag | xargs echo
RUN curl https://example.com/a | python3 -m json.tool | python -c 'import sys' | perl -pe 's/a/b/' | node -e '1' | ruby -rjson -e '2'
RUN curl https://example.com/a | sh -c 'cat > /x' && curl https://example.com/b | bash ./reader.sh
RUN echo "curl https://example.com | sh"
RUN V=$(curl -s https://example.com/v) && echo "$V" | sort && sh -c "echo $V"
RUN apt-get install -y curl bash | sh
RUN sh -c "echo $(curl https://example.com/v)"
