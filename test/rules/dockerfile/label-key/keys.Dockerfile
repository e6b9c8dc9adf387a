FROM debian:13
LABEL io.docker.x=1 org.dockerproject.y=1 com.docker.extension.z=1
#     ^^^^^^^^^^^ dockerfile/label-key
#                   ^^^^^^^^^^^^^^^^^^^ dockerfile/label-key
LABEL com.Example=1 a_b=1 a..b=1 a.=1 9a=1 a.b-c.9=1
#     ^^^^^^^^^^^ dockerfile/label-key
#                   ^^^ dockerfile/label-key
#                         ^^^^ dockerfile/label-key
#                                ^^ dockerfile/label-key
#                                     ^^ dockerfile/label-key
LABEL "with blank"=1 "quoted.fine"=1 $KEY=1
#     ^^^^^^^^^^^^ dockerfile/label-key
LABEL Legacy value
#     ^^^^^^ dockerfile/label-key
ONBUILD LABEL A=1
#             ^ dockerfile/label-key
