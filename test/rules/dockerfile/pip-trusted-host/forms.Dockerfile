FROM python:3.13
ARG PIP_TRUSTED_HOST=pypi.example.com
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
RUN pip3.13 --trusted-host=a.example --trusted-host b.example install x
#           ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
#                                    ^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
RUN python3 -m pip install --trusted-host $HOST x; pip install --trusted-host "c.example" y
#                          ^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
#                                                              ^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
RUN pip config --global set global.trusted-host pypi.example.com && uv pip install --allow-insecure-host a.example z
#                           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
#                                                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ dockerfile/pip-trusted-host
COPY <<EOF /etc/pip.conf
[global]
trusted-host = a.example
#@0-24 dockerfile/pip-trusted-host
EOF
