FROM alpine:3.22
ENV A=1 \
# why
    B=ghp_abcdefghijklmnopqrstuvwxyz0123456789 \
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
    C=3
ARG D=ghp_abcdefghijklmnopqrstuvwxyz0123456789
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/secret-literal
RUN echo $D
