FROM debian:trixie
RUN aws configure set region eu-central-1 && aws configure list
RUN az login --identity && docker login registry.example.com && doctl auth list
RUN docker login -p $P r.example.com && docker pull r.example.com/x && docker logout r.example.com
RUN aws configure set aws_access_key_id $K && aws s3 ls && rm -rf ~/.aws
RUN --mount=type=tmpfs,target=/root/.aws aws configure set aws_access_key_id $K
RUN git config --global url."https://github.com/".insteadOf "git@github.com:" && npm config set registry https://r.example.com
RUN echo aws configure set aws_access_key_id x
RUN pip config set global.index-url https://pypi.example.com/simple
RUN git clone https://$TOKEN@git.example.com/a/b.git /src/b && make -C /src/b install && rm -rf /src/b
RUN git clone https://$TOKEN@git.example.com/a/b.git && cd b && git remote set-url origin https://git.example.com/a/b.git
RUN git clone https://git.example.com/$TEAM/b.git && git clone git@git.example.com:$TEAM/b.git
