FROM debian:13
RUN ps aux
#   ^^ dockerfile/pointless-command
RUN ["top", "-b"]
#     ^^^ dockerfile/pointless-command
RUN sudo service x start
#        ^^^^^^^ dockerfile/pointless-command
RUN service x start && y
RUN systemctl start x
#   ^^^^^^^^^ dockerfile/pointless-command
RUN systemctl --now enable x
RUN apt-get install -y vim
RUN --mount=type=ssh ssh host true
RUN kill 1
#   ^^^^ dockerfile/pointless-command
CMD top
