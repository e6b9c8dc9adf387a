FROM python:3.14
RUN pip3.14 install -U pip -r requirements.txt
#                      ^^^ dockerfile/unpinned-pip-packages
RUN uv pip install "a[b]" 'c[d]>=1' -e . ./e f.whl https://example.com/g.zip $H
#                  ^^^^^^ dockerfile/unpinned-pip-packages
RUN pip install x -c constraints.txt; pip download x; python -m build install x; pipenv install x
RUN pipx install --python "$(which python)" poetry
#                                           ^^^^^^ dockerfile/unpinned-pip-packages
