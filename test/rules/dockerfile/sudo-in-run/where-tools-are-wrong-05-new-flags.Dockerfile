FROM debian:13
COPY --parents --exclude=*.md --link --chmod=0644 a b /c/
ADD --checksum=sha256:24454f830cdb571e2c4ad15481119c43b3cafd48dd869a9b2945d1036d1dc68d --unpack=true https://example.com/a.tgz /a
RUN --device=vendor.example/gpu=all --some-flag-of-tomorrow sudo make
#                                                           ^^^^ dockerfile/sudo-in-run
